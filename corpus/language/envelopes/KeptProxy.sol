// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A fee behind a proxy, which a function sets that others call.
contract KeptProxy {
    address public owner;
    uint256 public fee;
    bool started;

    function init(address owner_, uint256 fee_) external {
        require(!started && fee_ <= 100, "not allowed");
        started = true;
        owner = owner_;
        fee = fee_;
    }

    function setFee(uint256 fee_) external {
        require(msg.sender == owner && fee_ <= 100, "not allowed");
        fee = fee_;
    }

    function batch(uint256 fee_) external {
        (bool ok,) = address(this).delegatecall(abi.encodeCall(this.setFee, (fee_)));
        require(ok, "failed");
    }

    function lower(uint256 fee_) external {
        require(msg.sender == address(this) && fee_ <= fee, "not allowed");
        fee = fee_;
    }
}

contract Proxy {
    address immutable logic;

    constructor(address logic_, bytes memory data) {
        logic = logic_;
        (bool ok,) = logic_.delegatecall(data);
        require(ok, "failed");
    }

    fallback() external payable {
        address to = logic;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), to, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}
