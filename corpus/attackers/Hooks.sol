// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

interface IRecipient {
    function tokensReceived(address operator, address from, address to, uint256 amount, bytes calldata data) external;
}

/// Tells whoever gets tokens, as ERC-777 does.
contract HookToken {
    mapping(address => uint256) public balanceOf;
    mapping(address => bool) public claimed;
    address public operator;

    function operate(address by) external {
        require(operator == address(0), "set");
        operator = by;
    }

    function claim() external {
        require(!claimed[msg.sender], "claimed");
        claimed[msg.sender] = true;
        balanceOf[msg.sender] += 10;
    }

    function send(address to, uint256 amount) external {
        move(msg.sender, to, amount);
    }

    function operatorSend(address from, address to, uint256 amount) external {
        require(msg.sender == operator, "no operator");
        move(from, to, amount);
    }

    function move(address from, address to, uint256 amount) private {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        if (to.code.length > 0 && to != operator) {
            IRecipient(to).tokensReceived(msg.sender, from, to, amount, "");
        }
    }
}

contract HookVault {
    HookToken public immutable token;
    bool private immutable careful;
    mapping(address => uint256) public shares;

    constructor(HookToken t, bool c) {
        token = t;
        careful = c;
    }

    function deposit(uint256 amount) external {
        token.operatorSend(msg.sender, address(this), amount);
        shares[msg.sender] += amount;
    }

    function withdraw() external {
        uint256 amount = shares[msg.sender];
        if (careful) shares[msg.sender] = 0;
        token.send(msg.sender, amount);
        shares[msg.sender] = 0;
    }
}
