// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Makes calls that anybody has scheduled two days before. The careful one makes none to itself.
contract OwnQueue {
    uint256 public delay = 2 days;
    address public admin;
    bool private immutable careful;
    mapping(bytes32 => uint256) private ready;

    event Scheduled(bytes32 indexed id, uint256 at);

    constructor(bool c) payable {
        admin = msg.sender;
        careful = c;
    }

    modifier onlySelf() {
        require(msg.sender == address(this), "only me");
        _;
    }

    function schedule(address to, uint256 value, bytes calldata data, bytes32 before, bytes32 salt, uint256 wait)
        external
    {
        require(!careful || to != address(this), "not me");
        require(value == 0, "no ether");
        bytes32 id = keccak256(abi.encode(to, value, data, before, salt));
        require(ready[id] == 0, "scheduled");
        require(wait >= delay, "too early");
        ready[id] = block.timestamp + wait;
        emit Scheduled(id, ready[id]);
    }

    function execute(address to, uint256 value, bytes calldata data, bytes32 before, bytes32 salt) external {
        bytes32 id = keccak256(abi.encode(to, value, data, before, salt));
        require(ready[id] > 1 && block.timestamp >= ready[id], "not ready");
        require(before == 0 || ready[before] == 1, "not in order");
        ready[id] = 1;
        (bool ok,) = to.call{value: value}(data);
        require(ok, "failed");
    }

    function setDelay(uint256 d) external onlySelf {
        delay = d;
    }

    function setAdmin(address a) external onlySelf {
        admin = a;
    }

    /// The admin takes the ether that is here.
    function sweep() external {
        require(msg.sender == admin, "no admin");
        payable(admin).transfer(address(this).balance);
    }
}
