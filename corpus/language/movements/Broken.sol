// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A fund that pays out five ether in all, and never twice at once.
contract Broken {
    uint256 public paid;
    bool private busy;

    constructor() payable {}

    function pay(address to, uint256 amount) external {
        require(!busy, "busy");
        require(paid <= 5 ether, "cap");
        busy = true;
        paid += amount;
        (bool ok,) = to.call{value: amount}("");
        require(ok, "refused");
        busy = false;
    }
}

/// A fund that counts what it has paid only afterwards: whom it pays may ask for more meanwhile.
contract Late {
    uint256 public paid;

    constructor() payable {}

    function pay(uint256 amount) external {
        require(paid + amount <= 5 ether, "cap");
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok, "refused");
        paid += amount;
    }
}

/// A till that takes no more than three ether from a sender at once, and pays with little gas.
contract Till {
    function put() external payable {
        require(msg.value <= 30 ether, "much");
    }

    function giveBack(uint256 amount) external {
        payable(msg.sender).transfer(amount);
    }
}

/// A token that says what it moves.
contract Coin {
    mapping(address => uint256) public balanceOf;
    uint256 public out;
    address public immutable fund;

    event Transfer(address indexed from, address indexed to, uint256 value);

    constructor(address fund_) {
        fund = fund_;
        balanceOf[fund_] = 100;
        emit Transfer(address(0), fund_, 100);
    }

    function transfer(address to, uint256 value) external {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
    }

    /// Takes from the fund, sixty in all.
    function draw(uint256 value) external {
        require(out <= 60, "cap");
        out += value;
        balanceOf[fund] -= value;
        balanceOf[msg.sender] += value;
        emit Transfer(fund, msg.sender, value);
    }
}
